import { demoCredentialsFile } from '@lueckenlos/access';
import type { RunningService } from '@lueckenlos/service';
import { fillIn, type Texts } from './texts';

/** Where everything is, and who may come in: what is told when the start is over. */
export function describeStanding({ config, address, credentials }: RunningService, texts: Texts): string {
  const base = config.port === 0 ? address : config.publicUrl;
  const addresses = [
    [texts.api, `${base}/v1`],
    [texts.documentation, `${base}/docs`],
    [texts.health, `${base}/health/ready`],
    ...(credentials ? [[texts.tokens, `${credentials.issuer}/token`]] : []),
    [texts.data, config.dataDir],
  ];
  const lines = [texts.addresses, ...pairs(addresses)];
  if (credentials) {
    const clients = credentials.clients.map(({ clientId, scopes }) => [clientId, scopes.join(' ')]);
    lines.push('', fillIn(texts.clients, { file: demoCredentialsFile(config.dataDir) }), ...pairs(clients));
  }
  return [...lines, '', texts.stop, ''].join('\n');
}

function pairs(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(...rows.map(([name = '']) => name.length));
  return rows.map(([name = '', value = '']) => `  ${name.padEnd(width)}  ${value}`);
}
