import { ConfigError } from './config-error'

export type Env = Readonly<Record<string, string | undefined>>

/** `null` when absent or blank: `NAME= npm start` means "not set". */
export function textOf(env: Env, name: string): string | null {
  const text = env[name]?.trim() ?? ''
  return text === '' ? null : text
}

const YES = ['1', 'true', 'on', 'yes']
const NO = ['0', 'false', 'off', 'no']

/** @throws ConfigError */
export function flag(env: Env, name: string, unlessSet: boolean): boolean {
  const text = textOf(env, name)?.toLowerCase()
  if (text === undefined) return unlessSet
  if (YES.includes(text)) return true
  if (NO.includes(text)) return false
  throw new ConfigError(`${name} 应写 1（开）或 0（关）。`, `${name} must be 1 (on) or 0 (off).`)
}

/** @throws ConfigError */
export function wholeNumber(env: Env, name: string, unlessSet: number, bounds: { from: number; to: number }): number {
  const text = textOf(env, name)
  if (text === null) return unlessSet
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= bounds.from && value <= bounds.to) return value
  throw new ConfigError(
    `${name} 应是 ${bounds.from} 到 ${bounds.to} 之间的整数，例如 ${unlessSet}。`,
    `${name} must be a whole number from ${bounds.from} to ${bounds.to}, for example ${unlessSet}.`,
  )
}

/** @throws ConfigError */
export function oneOf<Choice extends string>(
  env: Env,
  name: string,
  choices: readonly Choice[],
  unlessSet: Choice,
): Choice {
  const text = textOf(env, name)
  if (text === null) return unlessSet
  const choice = choices.find((one) => one === text)
  if (choice !== undefined) return choice
  throw new ConfigError(`${name} 只能是：${choices.join('、')}。`, `${name} must be one of: ${choices.join(', ')}.`)
}
