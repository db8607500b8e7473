import { PAGE } from './paper-document'
import { INKS, type Pen } from './pen'

/** Across the whole page, so that nobody hangs it up by mistake. */
export function drawDraftMark(pen: Pen): void {
  const { doc } = pen
  const centre = { x: PAGE.width / 2, y: PAGE.height / 2 }
  doc.save().rotate(-35, { origin: [centre.x, centre.y] }).fillOpacity(0.15)
  const box = { x: 0, y: centre.y - 120, width: PAGE.width, height: 240 }
  pen.line('草　稿', box, { sizePt: 190, face: 'bold', colour: INKS.ink, align: 'center' })
  doc.restore()
}
