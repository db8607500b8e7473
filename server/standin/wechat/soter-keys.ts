import { constants, generateKeyPairSync, sign, verify, type KeyPairKeyObjectResult } from 'node:crypto'

/** What wx.startSoterAuthentication gives a page. */
export interface SoterAnswer {
  readonly resultJSON: string
  readonly resultJSONSignature: string
}

// As the phones' hardware does it: SHA-256 with RSA/PSS and a salt of 20 bytes.
const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 20 }

/** One key for each person's phone, made when first needed. */
export class SoterKeys {
  readonly #keys = new Map<string, KeyPairKeyObjectResult>()
  #counter = 0

  sign(openid: string, challenge: string): SoterAnswer {
    const counter = ++this.#counter
    const resultJSON = JSON.stringify({
      raw: challenge, fid: '1', counter, tee_n: 'stand-in', tee_v: '1', fp_n: 'stand-in', fp_v: '1', cpu_id: openid, uid: '10000',
    })
    const signature = sign('sha256', Buffer.from(resultJSON), { key: this.#keyOf(openid).privateKey, ...PSS })
    return { resultJSON, resultJSONSignature: signature.toString('base64') }
  }

  isSigned(openid: string, json: string, signature: string): boolean {
    const key = this.#keys.get(openid)
    if (key === undefined) return false
    return verify('sha256', Buffer.from(json), { key: key.publicKey, ...PSS }, Buffer.from(signature, 'base64'))
  }

  #keyOf(openid: string): KeyPairKeyObjectResult {
    const known = this.#keys.get(openid)
    if (known !== undefined) return known
    const made = generateKeyPairSync('rsa', { modulusLength: 2_048 })
    this.#keys.set(openid, made)
    return made
  }
}
