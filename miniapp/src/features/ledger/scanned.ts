export interface ScannedCode {
  readonly book?: string
  readonly size?: string
  readonly fp?: string
}

/** What the code on the public board says: its address, encoded once more where WeChat scanned it itself. */
export function scannedParams(address: string | undefined): ScannedCode {
  if (address === undefined) return {}
  const read = (name: string): string | undefined =>
    new RegExp(`[?&]${name}=([\\w-]+)`).exec(address.replace(/%3F/gi, '?').replace(/%26/gi, '&').replace(/%3D/gi, '='))?.[1]
  const [book, size, fp] = [read('book'), read('size'), read('fp')]
  return {
    ...(book === undefined ? {} : { book }),
    ...(size === undefined ? {} : { size }),
    ...(fp === undefined ? {} : { fp }),
  }
}
