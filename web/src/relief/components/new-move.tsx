import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isProblem } from '../../api/problem';
import type { ReliefBoard } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { prefill } from '../../navigation/prefill';
import { openScreen } from '../../navigation/route';
import { OpeningForm } from '../../statements/components/opening-form';
import { Failure, Loading } from '../../ui/failure';
import { listMoveOptions } from '../api/list-move-options';
import { planMove } from '../api/plan-move';
import { legsFrom, saidLegs, type TypedLeg } from '../model/legs';
import { LegsEditor } from './legs-editor';
import { MoveField } from './move-field';

/** Plans a convoy or a sortie that this nation runs; filled in where it comes from a decided assignment. */
export function NewMove({ board }: { board: ReliefBoard }) {
  const t = useTranslate();
  const client = useQueryClient();
  const options = useQuery({
    queryKey: ['relief', 'move-options'],
    queryFn: ({ signal }) => listMoveOptions(signal),
  });
  const [filled] = useState(() => prefill.get());
  const { legs: way, ...given } = filled?.act === 'plan-move' ? filled.fields : {};
  const [legs, setLegs] = useState<readonly TypedLeg[]>(() => legsFrom(way));
  const [mistakes, setMistakes] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => () => prefill.set(null), []);
  const to = given['to']?.split(' ');
  return (
    <>
      <h3>{t('moves.new')}</h3>
      {options.isPending && <Loading />}
      {options.isError && <Failure error={options.error} />}
      {options.data && (
        <OpeningForm
          own={options.data.own}
          nations={options.data.nations}
          fields={options.data.fields}
          precedence="PRIORITY"
          typed={given}
          {...(to && { to })}
          exercise={board.exercise}
          alone
          hint={t('moves.newHint')}
          button={t('moves.plan')}
          renderField={(slot) => <MoveField key={slot.field.name} {...slot} board={board} />}
          extra={() => <LegsEditor board={board} legs={legs} mistakes={mistakes} onChange={setLegs} />}
          send={(saying) =>
            planMove({ ...saying, fields: { ...saying.fields, legs: saidLegs(legs) } }).catch((error: unknown) => {
              setMistakes(legMistakes(error));
              throw error;
            })
          }
          onMade={({ move }) => {
            void client.invalidateQueries({ queryKey: ['relief'] });
            openScreen('relief', `move-${move.id}`);
          }}
        />
      )}
    </>
  );
}

function legMistakes(error: unknown): Readonly<Record<string, string>> {
  return isProblem(error)
    ? Object.fromEntries(error.fieldErrors.map(({ at, message }) => [at.replace('/fields/', ''), message]))
    : {};
}
