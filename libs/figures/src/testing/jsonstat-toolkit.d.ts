// What the tests use of the toolkit, which ships no types.
declare module 'jsonstat-toolkit' {
  interface Dimension {
    readonly label: string;
    readonly role: string | null;
    readonly id: readonly string[];
    Category(id: string): { readonly label: string };
  }
  interface Dataset {
    readonly class: string | null;
    readonly label: string;
    readonly n: number;
    readonly id: readonly string[];
    readonly extension: Readonly<Record<string, unknown>>;
    Dimension(id: string): Dimension;
    Data(at: Readonly<Record<string, string>>): { readonly value: number | null };
  }
  function JSONstat(response: object): Dataset;
  export = JSONstat;
}
