import pg from 'pg';

/** A step of making the reader role safe: what it asks of the database, and how to say that it could not be done. */
export interface Step {
  readonly sql: string;
  readonly lack?: string;
}

/** Who reads what: names as they are, unquoted. */
export interface Names {
  readonly database: string;
  readonly reader: string;
  readonly owner: string;
}

/** What the role may do, and how much of the server it may take. Repeating it changes nothing. */
export function rights({ database, reader, owner }: Names): readonly Step[] {
  const [db, role, app] = [database, reader, owner].map((name) => pg.escapeIdentifier(name));
  return [
    { sql: `grant connect on database ${db} to ${role}` },
    { sql: `revoke temporary on database ${db} from public` },
    { sql: `grant all on schema public to ${app}` },
    { sql: `revoke create on schema public from public` },
    { sql: `grant usage on language plpgsql to ${app}` },
    // With it goes DO, whose code can outlive a cancellation by catching it.
    { sql: `revoke usage on language plpgsql from public` },
    { sql: `grant usage on schema results to ${role}` },
    { sql: `grant select on all tables in schema results to ${role}` },
    { sql: `grant execute on all functions in schema results to ${role}` },
    { sql: `alter default privileges in schema results grant select on tables to ${role}` },
    { sql: `alter default privileges in schema results grant execute on functions to ${role}` },
    // So that the application may end the role's sessions where it is no superuser.
    { sql: `grant ${role} to ${app}` },
  ];
}

/** The role's own settings. A session could lift most of them, but the one that is no user's to set. */
export function limits({ reader }: Names): readonly Step[] {
  const role = pg.escapeIdentifier(reader);
  const set = (name: string, value: string) => `alter role ${role} set ${name} = '${value}'`;
  return [
    { sql: `alter role ${role} connection limit 10` },
    { sql: set('default_transaction_read_only', 'on') },
    { sql: set('statement_timeout', '60s') },
    { sql: set('lock_timeout', '5s') },
    { sql: set('idle_in_transaction_session_timeout', '60s') },
    { sql: set('idle_session_timeout', '10min') },
    { sql: set('search_path', 'results') },
    { sql: set('timezone', 'UTC') },
    { sql: set('client_connection_check_interval', '2s') },
    { sql: set('temp_file_limit', '1GB'), lack: 'temp_file_limit: queries can fill the disk with temporary files' },
  ];
}

/**
 * Functions that reach around a read-only transaction, wake up or block other sessions, or lift a limit in the middle
 * of a query; by name, so that every overload is meant. Patterns of LIKE: a regular expression takes far longer.
 */
export const DANGEROUS: readonly string[] = [
  'pg\\_notify',
  'pg\\_advisory\\_%',
  'pg\\_try\\_advisory\\_%',
  'lo\\_%',
  'loread',
  'lowrite',
  'pg\\_sleep%',
  'pg\\_cancel\\_backend',
  'pg\\_terminate\\_backend',
  'pg\\_logical\\_emit\\_message',
  'pg\\_export\\_snapshot',
  'set\\_config',
];

/** The functions of that kind which a role may call; a line each, as it is written in GRANT. */
export const CALLABLE = `
  select oid::regprocedure::text as signature from pg_proc
  where pronamespace = 'pg_catalog'::regnamespace and proname like any ($2) and has_function_privilege($1, oid, 'execute')
  order by 1`;

/** Takes a function from everybody, and gives it back to the application. */
export function withdrawal(signature: string, { owner }: Names): readonly Step[] {
  return [
    { sql: `grant execute on function ${signature} to ${pg.escapeIdentifier(owner)}` },
    { sql: `revoke execute on function ${signature} from public` },
  ];
}

/** What else the role may do that it should not, in words. */
export const EXCESS = `
  select 'temporary tables can be made in database ' || current_database() as lack
  where has_database_privilege($1, current_database(), 'temporary')
  union all select 'tables can be made in schema ' || nspname from pg_namespace
  where nspname !~ '^pg_' and has_schema_privilege($1, oid, 'create')
  union all select 'code can be run with DO (language ' || lanname || ')' from pg_language
  where lanpltrusted and lanname not in ('sql') and has_language_privilege($1, oid, 'usage')
  union all select 'rows can be read in ' || oid::regclass::text from pg_class
  where relkind in ('r', 'v', 'm', 'p', 'f') and relnamespace not in
      ('pg_catalog'::regnamespace, 'information_schema'::regnamespace, 'results'::regnamespace)
    and has_schema_privilege($1, relnamespace, 'usage') and has_table_privilege($1, oid, 'select')`;
