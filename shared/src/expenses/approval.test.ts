import { approvalOf } from './approval'
import { currentRevision, type ExpenseRequest, type Signature } from './expense'
import { signedBy, submitted } from './testing/samples'

const written = (request: ExpenseRequest): string => JSON.stringify(approvalOf(request))

/** The request with one of its signatures rewritten, as only the database's owner could. */
function rewritten(request: ExpenseRequest, at: number, change: Partial<Signature>): ExpenseRequest {
  const revision = currentRevision(request)
  const signatures = revision.signatures.map((one, index) => (index === at ? { ...one, ...change } : one))
  return { ...request, revisions: [...request.revisions.slice(0, -1), { ...revision, signatures }] }
}

describe('what an expense was paid on', () => {
  const five = signedBy(5, submitted())

  it.each<[string, Partial<Signature>]>([
    ['who', { personId: 'somebody' }], ['when', { at: 1 }], ['in which hand', { strokes: { fileId: 'x', sha256: 'x' } }],
    ['how surely', { level: 'soter' }], ['under which challenge', { nonce: 'another' }],
    ['that it stood', { voided: { at: 1, how: 'taken-back' } }],
  ])('binds %s signed', (_what, change) => {
    expect(written(rewritten(five, 4, change))).not.toBe(written(five))
  })

  it('binds what was signed, and knows no order of rows', () => {
    const revision = currentRevision(five)
    expect(written({ ...five, revisions: [{ ...revision, digest: 'another' }] })).not.toBe(written(five))
    const signatures = [...revision.signatures].reverse()
    expect(written({ ...five, revisions: [{ ...revision, signatures }] })).toBe(written(five))
  })
})
