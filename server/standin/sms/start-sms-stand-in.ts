import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { faultOfSignature } from './check-signature'

/** A text as the provider took it. */
export interface TakenText {
  readonly phone: string
  readonly params: readonly string[]
  readonly templateId: string
  readonly reference: string
  readonly takenAt: number
}

export interface SmsStandIn {
  readonly url: string
  readonly texts: readonly TakenText[]
  /** Every call, good or not. */
  readonly calls: () => number
  /** Answers this code for the number (all: `null`) from now on; `null` as code: all is well again. */
  refuse(phone: string | null, code: string | null): void
  /** Answers nothing that is JSON from now on. */
  breakDown(isBroken: boolean): void
  stop(): Promise<void>
}

export const STANDIN_SMS = {
  secretId: 'standin-sms-id', secretKey: 'standin-sms-key', sdkAppId: '1400000000', signName: '回应', templateId: '1110',
  region: 'ap-guangzhou',
} as const

/** A server on this machine that speaks Tencent Cloud's SendSms, and looks at the signature as they do. */
export async function startSmsStandIn(now: () => number): Promise<SmsStandIn> {
  const texts: TakenText[] = []
  const refusals = new Map<string | null, string>()
  const state = { calls: 0, isBroken: false }
  const server = createServer((request, response) => {
    void read(request).then((rawBody) => {
      state.calls += 1
      if (state.isBroken) return response.writeHead(502).end('<h1>Bad Gateway</h1>')
      const answer = answerTo(request, rawBody)
      return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ Response: answer }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  function answerTo(request: IncomingMessage, rawBody: string): object {
    const call = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, rawBody }
    const fault = faultOfSignature(call, { id: STANDIN_SMS.secretId, key: STANDIN_SMS.secretKey }, now())
    if (fault !== null) return refusal(fault)
    if (request.headers['x-tc-action'] !== 'SendSms') return refusal('InvalidAction')
    if (request.headers['x-tc-version'] !== '2021-01-11') return refusal('NoSuchVersion')
    if (request.headers['x-tc-region'] === undefined) return refusal('MissingParameter')
    const body = JSON.parse(rawBody) as SendSmsBody
    if (body.SmsSdkAppId !== STANDIN_SMS.sdkAppId) return refusal('InvalidParameterValue.SdkAppIdNotExist')
    const statuses = body.PhoneNumberSet.map((number) => {
      const code = faultOf(number, body)
      if (code === null) {
        texts.push({
          phone: number.slice(3), params: body.TemplateParamSet, templateId: body.TemplateId,
          reference: body.SessionContext, takenAt: now(),
        })
      }
      return { SerialNo: code === null ? `2019:${texts.length}` : '', PhoneNumber: number, Fee: code === null ? 1 : 0,
        SessionContext: body.SessionContext, Code: code ?? 'Ok', Message: code ?? 'send success', IsoCode: 'CN' }
    })
    return { SendStatusSet: statuses, RequestId: 'standin' }
  }

  function faultOf(number: string, { SignName, TemplateId, TemplateParamSet }: SendSmsBody): string | null {
    if (!/^\+861\d{10}$/.test(number)) return 'InvalidParameterValue.IncorrectPhoneNumber'
    if (SignName !== STANDIN_SMS.signName) return 'FailedOperation.SignatureIncorrectOrUnapproved'
    const fits = TemplateId === STANDIN_SMS.templateId && TemplateParamSet.length === 2
    if (!fits) return 'FailedOperation.TemplateIncorrectOrUnapproved'
    return refusals.get(number.slice(3)) ?? refusals.get(null) ?? null
  }

  return {
    url: `http://127.0.0.1:${port}`,
    texts,
    calls: () => state.calls,
    refuse: (phone, code) => void (code === null ? refusals.delete(phone) : refusals.set(phone, code)),
    breakDown: (isBroken) => {
      state.isBroken = isBroken
    },
    stop: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}

interface SendSmsBody {
  readonly PhoneNumberSet: readonly string[]
  readonly SmsSdkAppId: string
  readonly SignName: string
  readonly TemplateId: string
  readonly TemplateParamSet: readonly string[]
  readonly SessionContext: string
}

function refusal(code: string): object {
  return { Error: { Code: code, Message: code }, RequestId: 'standin' }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
