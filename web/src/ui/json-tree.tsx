/** Content of a kind nobody here knows, exactly as it was received. */
export function JsonTree({ value }: { value: unknown }) {
  if (Array.isArray(value)) {
    return (
      <ol className="tree" start={0}>
        {value.map((item: unknown, index) => (
          <li key={index}>
            <JsonTree value={item} />
          </li>
        ))}
      </ol>
    );
  }
  if (typeof value === 'object' && value !== null) {
    return (
      <dl className="tree">
        {Object.entries(value).map(([name, item]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <JsonTree value={item} />
            </dd>
          </div>
        ))}
      </dl>
    );
  }
  return <code className={`leaf ${typeof value}`}>{typeof value === 'string' ? value : JSON.stringify(value)}</code>;
}
