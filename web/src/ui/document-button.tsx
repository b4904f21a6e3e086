import { useMutation } from '@tanstack/react-query';
import { useTranslate, type TextKey } from '../i18n/translate';
import { Refusals } from './refusals';
import { saveFile } from './save-file';

interface Props {
  readonly make: () => Promise<Blob>;
  /** Of the file, without `.pdf`. */
  readonly name: string;
  readonly text: TextKey;
}

/** Gives what is on the screen as a document for paper; that it was made is written down. */
export function DocumentButton({ make, name, text }: Props) {
  const t = useTranslate();
  const save = useMutation({ mutationFn: async () => saveFile(await make(), `${name}.pdf`) });
  return (
    <>
      <div className="buttons">
        <button type="button" className="button quiet" disabled={save.isPending} onClick={() => save.mutate()}>
          {t(text)}
        </button>
      </div>
      <Refusals error={save.error} />
    </>
  );
}
