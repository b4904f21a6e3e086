import { useRef, useState } from 'react';
import type { LinkState } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { may } from '../../session/session';
import { StatusShape } from '../../ui/status-shape';
import { useNow } from '../../ui/use-now';
import { linkLine, shapeOf } from '../model/link-line';
import { ChangeLink } from './change-link';
import { LanesTable } from './lanes-table';
import { LinkCarriage, LinkLine } from './link-facts';
import { MediumExport } from './medium-export';
import { OpenEpoch } from './open-epoch';
import { RelayFacts } from './relay-facts';
import { TrackLaneFacts } from './track-lane-facts';

/** One partner: the state in words first, then what will happen, then the figures. */
export function LinkPanel({ link }: { link: LinkState }) {
  const t = useTranslate();
  const language = useLanguage();
  const now = useNow(1_000);
  const [open, setOpen] = useState<'change' | 'export' | 'epoch' | null>(null);
  const headline = `link-${link.party}-name`;
  const change = link.state === 'paused' ? 'resume' : 'pause';
  const changeButton = useRef<HTMLButtonElement>(null);
  const exportButton = useRef<HTMLButtonElement>(null);
  const epochButton = useRef<HTMLButtonElement>(null);
  const openers = { change: changeButton, export: exportButton, epoch: epochButton };
  const close = () => {
    if (open !== null) {
      openers[open].current?.focus();
    }
    setOpen(null);
  };
  return (
    <section
      className="link-panel"
      id={`link-${link.party}`}
      data-party={link.party}
      data-state={link.state}
      aria-labelledby={headline}
    >
      <header>
        <StatusShape status={shapeOf(link)} />
        <h3 id={headline}>
          {link.party} <span>{link.name[language]}</span>
        </h3>
        <code>{link.node}</code>
        <p className="state-line">{linkLine(link, now, t)}</p>
        <div className="buttons">
          {may('POST /api/v1/links/{party}/pause') && (
            <button
              type="button"
              className="button small"
              ref={changeButton}
              aria-expanded={open === 'change'}
              onClick={() => setOpen(open === 'change' ? null : 'change')}
            >
              {t(`links.${change}`)}
            </button>
          )}
          {link.forked && may('POST /api/v1/ledgers/{party}/epochs') && (
            <button
              type="button"
              className="button small"
              ref={epochButton}
              aria-expanded={open === 'epoch'}
              onClick={() => setOpen(open === 'epoch' ? null : 'epoch')}
            >
              {t('epoch.button')}
            </button>
          )}
          {may('POST /api/v1/media/{party}') && (
            <button
              type="button"
              className="button small"
              ref={exportButton}
              aria-expanded={open === 'export'}
              onClick={() => setOpen(open === 'export' ? null : 'export')}
            >
              {t('media.export')}
            </button>
          )}
        </div>
      </header>
      {link.state !== 'up' && (
        <p className="notice" data-tone={link.state === 'refused' ? 'critical' : 'quiet'}>
          {link.problem && <span lang={language}>{sentence(link.problem, language)} </span>}
          {t(nextStep(link))}
        </p>
      )}
      {open === 'change' && <ChangeLink key={change} link={link} change={change} onClose={close} />}
      {open === 'epoch' && <OpenEpoch link={link} onClose={close} />}
      {open === 'export' && <MediumExport link={link} onClose={close} />}
      <div className="link-figures">
        <LinkLine link={link} now={now} />
        <LinkCarriage link={link} />
        <LanesTable link={link} now={now} />
        <TrackLaneFacts link={link} />
        <RelayFacts link={link} />
      </div>
    </section>
  );
}

function nextStep(link: LinkState): TextKey {
  if (link.forked) {
    return 'epoch.next';
  }
  return link.state === 'refused' && link.relay?.refusal ? 'relay.next.refused' : `links.next.${link.state}`;
}

/** The node words problems as parts of a sentence; here they stand alone. */
function sentence(problem: string, language: 'ja' | 'en'): string {
  const begun = problem.charAt(0).toUpperCase() + problem.slice(1);
  const end = language === 'ja' ? '。' : '.';
  return begun.endsWith(end) ? begun : begun + end;
}
