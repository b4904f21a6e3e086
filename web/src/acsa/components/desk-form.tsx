import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem } from '../../api/problem';
import type { AcsaField } from '../../api/types';
import { Refusals } from '../../ui/refusals';
import { isComplete, saidFrom, typedFrom, type Said } from '../model/form';
import { FieldGrid } from './field-grid';

interface Props {
  readonly fields: readonly AcsaField[];
  readonly button: string;
  readonly send: (said: Said) => Promise<unknown>;
}

/** A form of the desk's own rules: what is typed, all that is wrong with it, and nothing left when it was taken. */
export function DeskForm({ fields, button, send }: Props) {
  const client = useQueryClient();
  const [typed, setTyped] = useState(() => typedFrom(fields, {}, ''));
  const sending = useMutation({
    mutationFn: () => send(saidFrom(fields, typed, typed['currency'] ?? '')),
    onSuccess: () => {
      setTyped(typedFrom(fields, {}, ''));
      void client.invalidateQueries({ queryKey: ['acsa'] });
    },
  });
  const errors = isProblem(sending.error) ? sending.error.fieldErrors : [];
  return (
    <form
      className="acsa-form"
      onSubmit={(event) => {
        event.preventDefault();
        sending.mutate();
      }}
    >
      <FieldGrid fields={fields} typed={typed} errors={errors} at="/" onChange={setTyped} />
      <Refusals error={sending.error} />
      <div className="buttons">
        <button type="submit" className="button" disabled={!isComplete(fields, typed) || sending.isPending}>
          {button}
        </button>
      </div>
    </form>
  );
}
