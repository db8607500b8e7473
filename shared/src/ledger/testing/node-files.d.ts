/** As much of Node as these tests use; see proof/testing. */
declare module 'node:fs' {
  export function readdirSync(path: string): string[]
  export function readFileSync(path: string, encoding: 'utf8'): string
}
declare const __dirname: string
