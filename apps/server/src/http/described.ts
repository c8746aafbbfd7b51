import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** Describes the HTTP interface under /api/docs-json, by the schemas that it is checked with, and shows it under /api/docs. */
export function described(app: NestExpressApplication): void {
  const about = new DocumentBuilder()
    .setTitle('Moot')
    .setDescription('What the pages ask of the server, open to scripts that are signed in.')
    .setVersion('1')
    .build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, about));
}
