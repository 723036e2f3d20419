/* The rules are JavaScript, because dependency-cruiser reads them as they are. */
declare module '*/.dependency-cruiser.cjs' {
  const configuration: { readonly forbidden: readonly { readonly name: string; readonly comment: string }[] };
  export default configuration;
}
