/** The PostgreSQL schema that holds the tables of one version of a projection. */
export function versionSchema(projection: string, version: number): string {
  return `${projection.replaceAll('-', '_')}_${version}`;
}
