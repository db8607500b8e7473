import Taro from '@tarojs/taro'
import type { Problem } from '@huiying/shared/facts'
import { ApiError, apiErrorOf, NO_ANSWER } from './api-error'
import { parseJson } from './parse-json'
import { apiUrl, authorization } from './request'
import { PlainError } from './say'

/** A workbook somebody has picked: to be looked at first, then stored, without being picked twice. */
export type ChosenWorkbook = { readonly name: string } & ({ readonly blob: Blob } | { readonly filePath: string })

/** The server found faults in the cells; each is a sentence with its place. */
export class FaultyWorkbook extends ApiError {
  constructor(answer: ApiError, readonly sentences: readonly string[]) {
    super(answer.status, answer.code, answer.details)
    this.name = 'FaultyWorkbook'
  }
}

// A month of 150 villages, on a thin line.
const SEND_TIMEOUT_MS = 60_000
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** From the disk of a browser, or out of a chat in WeChat; `null`: he changed his mind. @throws PlainError */
export async function chooseWorkbook(): Promise<ChosenWorkbook | null> {
  const chosen = process.env.TARO_ENV === 'h5' ? await pickInBrowser() : await pickInWeChat()
  if (chosen !== null && !/\.xlsx$/i.test(chosen.name)) throw new PlainError('这不是 .xlsx 表格，请选导出的那个文件')
  return chosen
}

/** @throws ApiError, of which FaultyWorkbook */
export async function sendWorkbook<Answer>(path: string, workbook: ChosenWorkbook): Promise<Answer> {
  const [status, text] = 'blob' in workbook ? await sendFromBrowser(path, workbook) : await sendFromWeChat(path, workbook)
  const body = parseJson(text)
  if (status >= 200 && status < 300 && body !== null) return body as Answer
  const refusal = apiErrorOf(status >= 200 && status < 300 ? 502 : status, body)
  const sentences = faultsIn(body)
  throw sentences.length > 0 ? new FaultyWorkbook(refusal, sentences) : refusal
}

function pickInBrowser(): Promise<ChosenWorkbook | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = `.xlsx,${XLSX}`
    input.style.display = 'none'
    const finish = () => {
      input.remove()
      const [file] = Array.from(input.files ?? [])
      resolve(file === undefined ? null : { name: file.name, blob: file })
    }
    input.addEventListener('change', finish)
    input.addEventListener('cancel', finish)
    document.body.appendChild(input)
    input.click()
  })
}

/** WeChat has no disk to choose from: one sends the file to a chat, one's own will do, and takes it from there. */
async function pickInWeChat(): Promise<ChosenWorkbook | null> {
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx'] }).catch(() => null)
  const [file] = chosen?.tempFiles ?? []
  return file === undefined ? null : { name: file.name, filePath: file.path }
}

async function sendFromBrowser(path: string, { name, blob }: { readonly name: string; readonly blob: Blob }) {
  const form = new FormData()
  form.append('file', blob, name)
  const answer = await fetch(apiUrl(path), { method: 'POST', body: form, headers: { ...authorization() } }).catch(() => {
    // Also where the file was changed on the disk since it was picked: a browser then refuses to read it.
    throw new ApiError(0, NO_ANSWER)
  })
  return [answer.status, await answer.text()] as const
}

async function sendFromWeChat(path: string, { filePath }: { readonly filePath: string }) {
  const answer = await Taro.uploadFile({
    url: apiUrl(path), filePath, name: 'file', header: { ...authorization() }, timeout: SEND_TIMEOUT_MS,
  }).catch(() => {
    throw new ApiError(0, NO_ANSWER)
  })
  return [answer.statusCode, answer.data] as const
}

function faultsIn(body: unknown): readonly string[] {
  const { faults } = (body ?? {}) as Partial<Problem>
  return Array.isArray(faults) ? faults.map(({ title }) => String(title)) : []
}
