import { randomBytes } from 'node:crypto'
import { Pushes } from './pushes'
import { SoterKeys } from './soter-keys'
import { TokenMint } from './token-mint'

/** A subscribe message as WeChat would have put it on the person's phone. */
export interface DeliveredMessage {
  readonly id: number
  readonly openid: string
  readonly templateId: string
  readonly page: string | null
  readonly fields: Readonly<Record<string, string>>
  readonly receivedAt: number
}

/** Something that goes wrong at a path, the next `times` times. */
export interface Fault {
  readonly path: string
  readonly times: number
  /** Answer this code and do nothing. */
  readonly errcode?: number
  /** Answer this HTTP status with a page instead of JSON, and do nothing. */
  readonly httpStatus?: number
  /** Wait so long first. */
  readonly delayMs?: number
  /** Do the thing, then cut the line instead of answering. */
  readonly losesAnswer?: boolean
}

export interface WorldOptions {
  readonly appId: string
  readonly appSecret: string
  /** Acceptances everybody starts with, for each template. */
  readonly startingSubscriptions: number
  readonly now: () => number
}

interface Minted {
  readonly openid?: string
  readonly unionid?: string
  readonly phone?: string
  readonly countryCode?: string
  readonly mintedAt: number
  wasUsed: boolean
}

const CODE_LIFE_MS = 5 * 60_000

/** Everything the stand-in remembers. In memory only: a restart is a new world. */
export class World {
  readonly tokens: TokenMint
  readonly soter = new SoterKeys()
  readonly pushes: Pushes
  readonly messages: DeliveredMessage[] = []
  readonly #codes = new Map<string, Minted>()
  readonly #subscriptions = new Map<string, number>()
  readonly #templates = new Map<string, readonly string[]>()
  readonly #calls = new Map<string, number>()
  readonly #away = new Set<string>()
  #faults: Fault[] = []

  constructor(readonly options: WorldOptions) {
    this.tokens = new TokenMint(options.now)
    this.pushes = new Pushes(options)
  }

  mintLoginCode(openid: string, unionid?: string): string {
    return this.#mint(unionid === undefined ? { openid } : { openid, unionid })
  }

  mintPhoneCode(phone: string, countryCode = '86'): string {
    return this.#mint({ phone, countryCode })
  }

  /** What a code stands for; a code works once, for five minutes. */
  useCode(code: string, kind: 'openid' | 'phone'): Minted | 'unknown' | 'used' {
    const minted = this.#codes.get(code)
    if (minted?.[kind] === undefined || this.options.now() - minted.mintedAt >= CODE_LIFE_MS) return 'unknown'
    if (minted.wasUsed) return 'used'
    minted.wasUsed = true
    return minted
  }

  addSubscriptions(openid: string, templateId: string, count: number): void {
    this.#subscriptions.set(`${openid} ${templateId}`, this.#subscriptionsLeft(openid, templateId) + count)
  }

  /** Takes one acceptance; false if there was none. */
  takeSubscription(openid: string, templateId: string): boolean {
    const left = this.#subscriptionsLeft(openid, templateId)
    if (left <= 0) return false
    this.#subscriptions.set(`${openid} ${templateId}`, left - 1)
    return true
  }

  /** Once a template is defined, undefined ones are unknown and its fields are exactly these. */
  defineTemplate(templateId: string, fields: readonly string[]): void {
    this.#templates.set(templateId, fields)
  }

  /** The fields a template must have; "any" as long as nobody defined templates; null if unknown. */
  templateFields(templateId: string): readonly string[] | 'any' | null {
    return this.#templates.size === 0 ? 'any' : this.#templates.get(templateId) ?? null
  }

  deliver(message: Omit<DeliveredMessage, 'id' | 'receivedAt'>): DeliveredMessage {
    const delivered = { ...message, id: this.messages.length + 1, receivedAt: this.options.now() }
    this.messages.push(delivered)
    return delivered
  }

  /** Has not used the mini-program within two hours, so WeChat looks at nothing of his. */
  sendAway(openid: string): void {
    this.#away.add(openid)
  }

  isAway(openid: string): boolean {
    return this.#away.has(openid)
  }

  addFault(fault: Fault): void {
    this.#faults.push(fault)
  }

  /** The oldest fault waiting at the path, which is thereby used once. */
  takeFault(path: string): Fault | null {
    const fault = this.#faults.find((waiting) => waiting.path === path)
    if (fault === undefined) return null
    this.#faults = this.#faults
      .map((waiting) => (waiting === fault ? { ...waiting, times: waiting.times - 1 } : waiting))
      .filter((waiting) => waiting.times > 0)
    return fault
  }

  countCall(path: string): void {
    this.#calls.set(path, this.calls(path) + 1)
  }

  calls(path: string): number {
    return this.#calls.get(path) ?? 0
  }

  #mint(what: Omit<Minted, 'mintedAt' | 'wasUsed'>): string {
    const code = randomBytes(16).toString('hex')
    this.#codes.set(code, { ...what, mintedAt: this.options.now(), wasUsed: false })
    return code
  }

  #subscriptionsLeft(openid: string, templateId: string): number {
    return this.#subscriptions.get(`${openid} ${templateId}`) ?? this.options.startingSubscriptions
  }
}
