import { Copy } from '../parts/copy.tsx';
import { sqlCommand } from './command.ts';

interface MethodProps {
  readonly method: string;
  readonly sql: string;
}

/** How the numbers were made: in words, and the very statement. */
export function Method({ method, sql }: MethodProps) {
  return (
    <section className="section">
      <header>
        <h2>Method</h2>
      </header>
      <p className="method">{method}</p>
      <div className="sql">
        <div className="row">
          <h3>The SQL that made these numbers</h3>
          <span className="push">
            <Copy text={sql} what="the SQL">
              Copy
            </Copy>
          </span>
        </div>
        <pre tabIndex={0} role="region" aria-label="SQL">
          {sql.trim()}
        </pre>
        <p className="aside row">
          <span>
            In a terminal: <code>npx moot sql "…"</code>
          </span>
          <Copy text={sqlCommand(sql)}>Copy as a command</Copy>
        </p>
      </div>
    </section>
  );
}
