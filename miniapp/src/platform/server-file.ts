import Taro from '@tarojs/taro'
import { ApiError, apiErrorOf, NO_ANSWER } from './api-error'
import { parseJson } from './parse-json'
import { apiUrl, authorization } from './request'

/** jsonl: lines for a program, which WeChat has nothing to show with; in browsers only. */
export type DocumentKind = 'pdf' | 'xlsx' | 'jsonl'

// A month of 150 villages as a workbook, on a thin line.
const DOWNLOAD_TIMEOUT_MS = 60_000

/**
 * Fetches a document of the server and hands it to whoever can show it: a browser keeps it among the downloads, WeChat
 * opens it and lets one pass it on. `name` without its ending.
 * @throws ApiError
 */
export async function openServerFile(path: string, name: string, kind: DocumentKind): Promise<void> {
  if (process.env.TARO_ENV === 'h5') return saveInBrowser(path, `${name}.${kind}`)
  if (kind === 'jsonl') throw new ApiError(400, 'request.not-found')
  return openInWeChat(path, `${name}.${kind}`, kind)
}

async function saveInBrowser(path: string, fileName: string): Promise<void> {
  const answer = await fetch(apiUrl(path), { headers: { ...authorization() } }).catch(() => {
    throw new ApiError(0, NO_ANSWER)
  })
  if (!answer.ok) throw apiErrorOf(answer.status, parseJson(await answer.text()))
  const url = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  document.body.appendChild(link)
  link.click()
  link.remove()
  // Some browsers begin to read only after the click is over.
  setTimeout(() => URL.revokeObjectURL(url), DOWNLOAD_TIMEOUT_MS)
}

async function openInWeChat(path: string, fileName: string, kind: Exclude<DocumentKind, 'jsonl'>): Promise<void> {
  // Under a name of its own, which is what whoever it is passed on to will see.
  const filePath = `${Taro.env.USER_DATA_PATH}/${fileName}`
  const answer = await Taro.downloadFile({
    url: apiUrl(path), filePath, header: { ...authorization() }, timeout: DOWNLOAD_TIMEOUT_MS,
  }).catch(() => {
    throw new ApiError(0, NO_ANSWER)
  })
  if (answer.statusCode !== 200) throw apiErrorOf(answer.statusCode, parseJson(await readText(filePath)))
  await Taro.openDocument({ filePath, fileType: kind, showMenu: true }).catch(() => {
    throw new ApiError(0, NO_ANSWER)
  })
}

/** A refusal, too, is written into the file. */
function readText(filePath: string): Promise<string> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      encoding: 'utf-8',
      success: ({ data }) => resolve(String(data)),
      fail: () => resolve(''),
    })
  })
}
