import { mustFit, UNCLAIMED_LIMIT, voiceLengthMs, type FileKind, type FileVariant, type StoredFile } from '@huiying/shared/files'
import { DomainError } from '@huiying/shared/kernel'
import { createHash } from 'node:crypto'
import { assertOutsideWork } from '../../platform/database/network-guard'
import type { Reads } from '../../platform/database/reads'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import type { Ids } from '../../platform/ids/ids'
import type { FileStore } from '../../platform/storage'
import { alikeHash } from './alike-hash'
import { fileKey } from './file-key'
import { fileTable } from './file.table'
import { redrawPhoto } from './photo'
import { cleanVoice } from './voice'

export interface UploadFileInput {
  readonly accountId: string
  readonly kind: FileKind
  readonly bytes: Buffer
  /** As the phone measured it; asked of recordings only. */
  readonly durationMs: number | null
}

type FileBody = Pick<StoredFile, 'mime' | 'width' | 'height' | 'durationMs' | 'alikeHash'> & {
  readonly variants: readonly (readonly [FileVariant, Buffer])[]
}

/** Takes in a photo or a recording; it belongs to nothing until a ticket claims it. */
export class UploadFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: Reads,
    private readonly store: FileStore,
    private readonly ids: Ids,
  ) {}

  /** @throws file.too-large, file.not-a-photo, file.not-a-voice, request.too-many */
  async execute(input: UploadFileInput): Promise<StoredFile> {
    assertOutsideWork('file storage')
    mustFit(input.kind, input.bytes.length)
    await this.#refuseHoarding(input.accountId)
    const { variants, ...body } = input.kind === 'photo' ? await photoBody(input.bytes) : voiceBody(input)
    const id = this.ids.next()
    // Bytes before row: a row promises that its bytes are there. Bytes without a row are swept.
    for (const [variant, bytes] of variants) await this.store.put(fileKey(id, variant), bytes)
    return this.#addRow({ id, kind: input.kind, ownerAccountId: input.accountId, ...body }, variants)
  }

  /** Before any work is done. Uploads side by side may pass together: the limit protects the disk, not a right. */
  async #refuseHoarding(accountId: string): Promise<void> {
    const [unclaimed] = await this.reads.query<{ readonly count: number }>(
      'SELECT COUNT(*) AS count FROM files WHERE subject_id IS NULL AND owner_account_id = ?',
      [accountId],
    )
    if (Number(unclaimed?.count ?? 0) >= UNCLAIMED_LIMIT) throw new DomainError('request.too-many')
  }

  #addRow(
    file: Omit<StoredFile, 'bytes' | 'sha256' | 'createdAt' | 'subjectId'>,
    [main]: FileBody['variants'],
  ): Promise<StoredFile> {
    const bytes = main?.[1] ?? Buffer.alloc(0)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return this.unitOfWork.run(async (work) => {
      const row: StoredFile = { ...file, bytes: bytes.length, sha256, createdAt: work.now, subjectId: null }
      // If absent: after a commit whose answer was lost, the same row is there already.
      work.insertIfAbsent(fileTable, row)
      return row
    })
  }
}

async function photoBody(bytes: Buffer): Promise<FileBody> {
  const { photo, thumb, width, height } = await redrawPhoto(bytes)
  const alike = await alikeHash(photo)
  const variants: FileBody['variants'] = [['photo', photo], ['thumb', thumb]]
  return { mime: 'image/jpeg', width, height, durationMs: null, alikeHash: alike, variants }
}

function voiceBody(input: UploadFileInput): FileBody {
  const { bytes, mime } = cleanVoice(input.bytes)
  const durationMs = voiceLengthMs(input.durationMs ?? Number.NaN)
  return { mime, width: null, height: null, durationMs, alikeHash: null, variants: [['voice', bytes]] }
}
