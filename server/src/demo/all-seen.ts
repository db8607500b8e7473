import type { UnitOfWork } from '../platform/database/unit-of-work'

/**
 * All that is for the whole village and that nobody has looked at yet has been looked at and was found fit, at once:
 * for days that are played without a WeChat to ask.
 */
export async function letAllBeSeen(unitOfWork: UnitOfWork): Promise<void> {
  await unitOfWork.run(async (work) => {
    work.write(
      `UPDATE tickets SET published_at = submitted_at, open_file_ids = photo_ids
       WHERE visibility = 'village' AND published_at IS NULL`,
      [],
    )
    work.write(
      `UPDATE ticket_messages SET published_at = at, open_file_ids = photo_ids WHERE published_at IS NULL
         AND side = 'handler' AND ticket_id IN (SELECT id FROM tickets WHERE visibility = 'village')`,
      [],
    )
    work.write("DELETE FROM content_checks WHERE state = 'to-ask'", [])
  })
}
