import path from 'node:path'

/** A photo of a paper, or of the sewer. Each may stand under one expense only, and there once. */
export function picture(name: 'sewer' | 'bank-slip' | 'contract' | 'minutes'): string {
  return path.join(__dirname, 'pictures', `${name}.jpg`)
}
