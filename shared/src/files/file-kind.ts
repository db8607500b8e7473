export const FILE_KINDS = ['photo', 'voice'] as const
export type FileKind = (typeof FILE_KINDS)[number]

/** Which bytes of a file: the photo as kept, its small picture for lists, or the recording. */
export const FILE_VARIANTS = ['photo', 'thumb', 'voice'] as const
export type FileVariant = (typeof FILE_VARIANTS)[number]

const VARIANTS_OF: Readonly<Record<FileKind, readonly FileVariant[]>> = {
  photo: ['photo', 'thumb'],
  voice: ['voice'],
}

export function variantsOf(kind: FileKind): readonly FileVariant[] {
  return VARIANTS_OF[kind]
}

export function isFileKind(text: unknown): text is FileKind {
  return FILE_KINDS.some((kind) => kind === text)
}

export function isFileVariant(text: unknown): text is FileVariant {
  return FILE_VARIANTS.some((variant) => variant === text)
}
