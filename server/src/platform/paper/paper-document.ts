import type { EpochMs } from '@huiying/shared/kernel'
import PDFDocument from 'pdfkit'

export interface PaperWish {
  readonly title: string
  readonly size: 'A4' | 'A3'
  readonly printedAt: EpochMs
}

export interface Paper {
  readonly doc: PDFKit.PDFDocument
  /** Its bytes, once it has been ended. */
  readonly whole: Promise<Buffer>
}

/** An empty PDF of ours with its first page. The same wish makes the same bytes. */
export function paperDocument({ title, size, printedAt }: PaperWish): Paper {
  const doc = new PDFDocument({
    size, margin: 0, font: '', pdfVersion: '1.7', lang: 'zh-CN', displayTitle: true,
    info: { Title: title, Creator: '回应', Producer: '回应', CreationDate: new Date(printedAt) },
  })
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
