/** Metadata key of routes that need no token. The guard in libs/access reads it; `@Public()` there sets it. */
export const PUBLIC_ROUTE = 'lueckenlos:public';
