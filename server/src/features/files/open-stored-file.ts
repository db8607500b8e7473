import { isFileVariant } from '@huiying/shared/files'
import { DomainError } from '@huiying/shared/kernel'
import type { Clock } from '../../platform/clock/clock'
import type { Reads } from '../../platform/database/reads'
import type { FileStore, OpenFile } from '../../platform/storage'
import { fileKey } from './file-key'
import type { FileUrlSigner } from './file-url'

/** The parts of an address as they came over the wire. */
export interface FileAddress {
  readonly id: string
  readonly variant: string
  readonly exp: string
  readonly sig: string
}

export interface ServedFile {
  readonly mime: string
  readonly file: OpenFile
}

/** Opens what a signed address names. */
export class OpenStoredFile {
  constructor(
    private readonly reads: Reads,
    private readonly store: FileStore,
    private readonly signer: FileUrlSigner,
    private readonly clock: Clock,
  ) {}

  /** @throws file.not-found whatever is wrong, so that a guesser learns nothing */
  async execute({ id, variant, exp, sig }: FileAddress): Promise<ServedFile> {
    if (!isFileVariant(variant)) throw new DomainError('file.not-found')
    if (!this.signer.isGenuine(id, variant, exp, sig, await this.clock.now())) throw new DomainError('file.not-found')
    const [row] = await this.reads.query<{ readonly mime: string }>('SELECT mime FROM files WHERE id = ?', [id])
    const file = row === undefined ? null : await this.store.open(fileKey(id, variant))
    if (row === undefined || file === null) throw new DomainError('file.not-found')
    return { mime: row.mime, file }
  }
}
