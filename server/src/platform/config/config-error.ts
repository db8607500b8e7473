/** A setting or a folder that the operator can put right: one sentence each in Chinese and English, never a stack. */
export class ConfigError extends Error {
  constructor(
    readonly chinese: string,
    readonly english: string,
  ) {
    super(`${chinese} ${english}`)
    this.name = 'ConfigError'
  }
}
