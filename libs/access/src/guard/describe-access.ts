import { DocumentBuilder } from '@nestjs/swagger';
import { BEARER } from './require-scopes.decorator';

/** Adds the security scheme that the protected routes refer to. */
export function describeAccess(document: DocumentBuilder): DocumentBuilder {
  return document.addBearerAuth(
    {
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: 'OAuth 2 access token (client credentials). Each operation lists the scopes it needs.',
    },
    BEARER,
  );
}
