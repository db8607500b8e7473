import { variantsOf, type FileKind, type FileVariant } from '@huiying/shared/files'

/** Where a variant's bytes lie in the store. */
export function fileKey(id: string, variant: FileVariant): string {
  return variant === 'thumb' ? `${id}.thumb` : id
}

export function fileKeys(id: string, kind: FileKind): readonly string[] {
  return variantsOf(kind).map((variant) => fileKey(id, variant))
}

/** The file a key belongs to. */
export function fileIdOf(key: string): string {
  return key.split('.')[0] ?? key
}
