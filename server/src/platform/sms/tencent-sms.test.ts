import { HandClock } from '../../../test/support/hand-clock'
import { startSmsStandIn, STANDIN_SMS, type SmsStandIn } from '../../../standin/sms/start-sms-stand-in'
import { createTencentSms, type TencentSmsConfig } from './tencent-sms'
import { tc3Authorization } from './tc3-signature'

describe('the signature of Tencent Cloud’s API 3.0', () => {
  it('is that of the example they publish', () => {
    const authorization = tc3Authorization({
      secretId: 'AKIDEXAMPLE', secretKey: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE', host: 'cvm.tencentcloudapi.com', service: 'cvm',
      payload: '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}',
      at: 1_551_113_065_000,
    })
    expect(authorization).toBe(
      'TC3-HMAC-SHA256 Credential=AKIDEXAMPLE/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, '
      + 'Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168',
    )
  })
})

describe('texts through Tencent Cloud', () => {
  const clock = new HandClock()
  const message = { phone: '13900000003', params: ['有村民找您', '今天10:00'], reference: 'n1' }
  let standIn: SmsStandIn
  const smsWith = (changes: Partial<TencentSmsConfig> = {}) =>
    createTencentSms({ ...STANDIN_SMS, apiBase: standIn.url, ...changes }, clock)

  beforeEach(async () => {
    standIn = await startSmsStandIn(() => clock.at())
  })
  afterEach(() => standIn.stop())

  it('arrive with number, template and places, under a signature that a stranger’s eye finds good', async () => {
    expect(await smsWith().send(message)).toEqual({ outcome: 'sent' })
    expect(standIn.texts).toEqual([
      { phone: '13900000003', params: message.params, templateId: '1110', reference: 'n1', takenAt: clock.at() },
    ])
  })

  it.each([
    ['another key', { secretKey: 'guessed' }, 'AuthFailure.SignatureFailure'],
    ['another id', { secretId: 'guessed' }, 'AuthFailure.SecretIdNotFound'],
    ['a template that nobody approved', { templateId: '9' }, 'FailedOperation.TemplateIncorrectOrUnapproved'],
    ['a signature that nobody approved', { signName: '别人' }, 'FailedOperation.SignatureIncorrectOrUnapproved'],
  ])('%s is for an operator to mend, and nothing is sent', async (_what, changes, code) => {
    expect(await smsWith(changes).send(message)).toEqual({ outcome: 'our-mistake', code })
    expect(standIn.texts).toEqual([])
  })

  it('a clock that is ten minutes off is found out', async () => {
    const late = createTencentSms({ ...STANDIN_SMS, apiBase: standIn.url }, new HandClock(clock.at() - 600_000))
    expect(await late.send(message)).toEqual({ outcome: 'our-mistake', code: 'AuthFailure.SignatureExpire' })
  })

  it.each([
    ['FailedOperation.PhoneNumberInBlacklist', 'refused'],
    ['LimitExceeded.PhoneNumberDailyLimit', 'refused'],
    ['LimitExceeded.PhoneNumberThirtySecondLimit', 'try-later'],
    ['InternalError.Timeout', 'try-later'],
    ['FailedOperation.InsufficientBalanceInSmsPackage', 'our-mistake'],
  ])('%s means %s', async (code, outcome) => {
    standIn.refuse(message.phone, code)
    expect(await smsWith().send(message)).toMatchObject({ outcome, code })
  })

  it('a number that is none of ours is refused, silence and nonsense are asked again later', async () => {
    expect(await smsWith().send({ ...message, phone: '12345' })).toMatchObject({ outcome: 'refused' })
    standIn.breakDown(true)
    expect(await smsWith().send(message)).toMatchObject({ outcome: 'try-later' })
    expect(await smsWith({ apiBase: 'http://127.0.0.1:9' }).send(message)).toMatchObject({ outcome: 'try-later' })
  })

  it('says no number, no key and no words in what it answers', async () => {
    standIn.refuse(null, 'FailedOperation.PhoneNumberInBlacklist')
    const said = JSON.stringify(await smsWith().send(message))
    for (const secret of [message.phone, STANDIN_SMS.secretKey, '有村民']) expect(said).not.toContain(secret)
  })
})
