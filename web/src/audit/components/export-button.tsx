import { useMutation } from '@tanstack/react-query';
import { useTranslate } from '../../i18n/translate';
import { Failure } from '../../ui/failure';
import { saveFile } from '../../ui/save-file';
import { exportAudit, type Stretch } from '../api/export-audit';

/** The stretch of time of the filters as a file that can be checked without the node. */
export function ExportButton({ from, until }: Stretch) {
  const t = useTranslate();
  const save = useMutation({
    mutationFn: () => exportAudit({ ...(from ? { from } : {}), ...(until ? { until } : {}) }),
    onSuccess: (file) => saveFile(file, `audit${from ? `-${from.slice(0, 10)}` : ''}.jsonl`),
  });
  return (
    <>
      <button
        type="button"
        className="button small"
        title={t('audit.exportHint')}
        disabled={save.isPending}
        onClick={() => save.mutate()}
      >
        {t('audit.export')}
      </button>
      {save.isError && <Failure error={save.error} />}
    </>
  );
}
