/** The version of the software, as package.json and CHANGELOG.md state it. */
export const VERSION = '0.1.0';
