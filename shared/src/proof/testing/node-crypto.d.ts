/** As much of Node as these tests use. The rest of its types would make it look as if the rules could use Node too. */
declare module 'node:crypto' {
  export interface KeyObject {
    export(options: { readonly format: 'der'; readonly type: 'spki' }): Uint8Array
  }
  interface DerKey {
    readonly key: Uint8Array
    readonly format: 'der'
    readonly type: 'pkcs8' | 'spki'
  }
  export function createHash(name: 'sha256'): { update(bytes: Uint8Array): { digest(): Uint8Array } }
  export function createPrivateKey(key: DerKey): KeyObject
  export function createPublicKey(key: DerKey | KeyObject): KeyObject
  export function sign(algorithm: null, message: Uint8Array, key: KeyObject): Uint8Array
  export function verify(algorithm: null, message: Uint8Array, key: KeyObject, signature: Uint8Array): boolean
}
