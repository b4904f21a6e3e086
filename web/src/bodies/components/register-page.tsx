import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BodyRegister, BodyRegisterEffect } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { may } from '../../session/session';
import { Failure, Loading } from '../../ui/failure';
import { YamlInput } from '../../ui/yaml-input';
import { checkRegister } from '../api/check-register';
import { readRegister } from '../api/read-register';
import { takeRegister } from '../api/take-register';

const KEY = ['bodies', 'register'];
const MOST_BYTES = 256 * 1024;

/** What this nation says of bodies and phase policies: checked first, then taken into force, every version kept. */
export function RegisterPage() {
  const state = useQuery({ queryKey: KEY, queryFn: ({ signal }) => readRegister(signal) });
  return (
    <>
      {state.isPending && <Loading />}
      {state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
      {state.data && <Register register={state.data} />}
    </>
  );
}

function Register({ register }: { register: BodyRegister }) {
  const t = useTranslate();
  return (
    <>
      <p className="notice" data-tone="quiet">
        {register.version === 0 ? t('bodies.noVersion') : t('bodies.version', { n: register.version })}
      </p>
      {may('PUT /api/v1/bodies/register') && <Editor key={register.version} register={register} />}
      <details>
        <summary>{t('bodies.shipped')}</summary>
        <pre className="mono yaml-text">{register.shipped}</pre>
      </details>
      {register.versions.length > 0 && <h4>{t('bodies.versions')}</h4>}
      {register.versions.map((one) => (
        <details key={one.version} data-version={one.version}>
          <summary>{t('bodies.versionLine', { n: one.version, by: one.by, at: zuluFull(one.at) })}</summary>
          <pre className="mono yaml-text">{one.yaml}</pre>
        </details>
      ))}
    </>
  );
}

function Editor({ register }: { register: BodyRegister }) {
  const t = useTranslate();
  const client = useQueryClient();
  const [yaml, setYaml] = useState(register.yaml);
  const check = useMutation({ mutationFn: () => checkRegister(yaml) });
  const take = useMutation({
    mutationFn: () => takeRegister(yaml, register.version),
    onSuccess: (now) => {
      client.setQueryData(KEY, now);
      void client.invalidateQueries({ queryKey: ['bodies', 'list'] });
      void client.invalidateQueries({ queryKey: ['cases'] });
    },
  });
  return (
    <>
      <YamlInput
        name="register"
        word={t('bodies.yaml')}
        hint={t('bodies.yamlHint')}
        text={yaml}
        mostBytes={MOST_BYTES}
        error={check.error ?? take.error}
        onText={(text) => {
          setYaml(text);
          check.reset();
          take.reset();
        }}
      >
        <button type="button" className="button small" disabled={check.isPending} onClick={() => check.mutate()}>
          {t('bodies.check')}
        </button>
        <button
          type="button"
          className="button small primary"
          disabled={!check.isSuccess || take.isPending}
          onClick={() => take.mutate()}
        >
          {t('bodies.take')}
        </button>
      </YamlInput>
      {check.data && <Effect effect={check.data} />}
    </>
  );
}

function Effect({ effect }: { effect: BodyRegisterEffect }) {
  const t = useTranslate();
  const language = useLanguage();
  const { bodies, offices, policies } = effect;
  return (
    <div className="notice" data-tone="normal" role="status">
      <p>{effect.changes.length === 0 ? t('bodies.noEffect') : t('bodies.effect', { bodies, offices, policies })}</p>
      <ul>
        {effect.changes.map((one) => (
          <li key={`${one.what} ${one.code}`} data-change={one.change}>
            {t(`bodies.what.${one.what}`)} <span className="mono">{one.code}</span> {one.name[language]}:{' '}
            <b>{t(`bodies.change.${one.change}`)}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
