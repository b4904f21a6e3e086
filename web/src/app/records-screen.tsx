import { RecordList } from '../records/components/record-list';

/** The same list with the whole width: one line a record. */
export function RecordsScreen() {
  return (
    <div className="records-screen">
      <RecordList />
    </div>
  );
}
