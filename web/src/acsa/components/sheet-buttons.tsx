import { useMutation } from '@tanstack/react-query';
import { useTranslate } from '../../i18n/translate';
import { Refusals } from '../../ui/refusals';
import { saveFile } from '../../ui/save-file';
import type { SheetForm } from '../api/sheets';

const FORMS: readonly SheetForm[] = ['csv', 'xlsx'];

/** Gives what is on the screen as a spreadsheet; that it was made is written down. */
export function SheetButtons({ make, name }: { make: (form: SheetForm) => Promise<Blob>; name: string }) {
  const t = useTranslate();
  const save = useMutation({ mutationFn: async (form: SheetForm) => saveFile(await make(form), `${name}.${form}`) });
  return (
    <>
      <div className="buttons">
        {FORMS.map((form) => (
          <button
            key={form}
            type="button"
            className="button quiet"
            disabled={save.isPending}
            onClick={() => save.mutate(form)}
          >
            {t(`acsa.sheet.${form}`)}
          </button>
        ))}
      </div>
      <Refusals error={save.error} />
    </>
  );
}
