import { defineConfig } from 'prisma/config';

/** What Prisma's own commands read: the schema and the migrations. The client is made from them without a database. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
});
