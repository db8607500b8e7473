import type { EpochMs } from '@huiying/shared/kernel'
import PDFDocument from 'pdfkit'

export const PAPER_SIZES = ['A4', 'A3'] as const
export type PaperSize = (typeof PAPER_SIZES)[number]

/** A4 upright, in points: what is drawn on, whatever size is printed. */
export const PAGE = { width: 595.28, height: 841.89 } as const

export interface PaperWish {
  readonly title: string
  readonly size: PaperSize
  readonly printedAt: EpochMs
}

export interface Paper {
  readonly doc: PDFKit.PDFDocument
  /** Its bytes, once it has been ended. */
  readonly whole: Promise<Buffer>
}

/**
 * An empty PDF of ours with its first page. The same wish makes the same bytes. A3 is the same page, larger by the
 * square root of two.
 */
export function paperDocument({ title, size, printedAt }: PaperWish): Paper {
  const doc = new PDFDocument({
    size, margin: 0, font: '', pdfVersion: '1.7', lang: 'zh-CN', displayTitle: true,
    info: { Title: title, Creator: '回应', Producer: '回应', CreationDate: new Date(printedAt) },
  })
  if (size === 'A3') doc.scale(Math.SQRT2)
  return { doc, whole: collected(doc) }
}

function collected(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
}
