import { addTemporaryFile, extensionOf, fileOf } from '../files'
import { asyncApi } from './async-api'
import { chooseFiles } from './pictures'
import { WxFailure } from './wx-failure'

/** What WeChat opens in a viewer of its own; any other is refused. */
const OPENED = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf']

/** Documents: shown by WeChat's viewer, of which a test sees the call, and taken out of a chat by the file chooser. */
export const documentApis = {
  openDocument: asyncApi<{ filePath: string; fileType?: string }>('openDocument', ({ filePath, fileType }) => {
    if (!fileOf(filePath)) throw new WxFailure(`no such file or directory, open "${filePath}"`)
    if (!OPENED.includes(fileType ?? extensionOf(filePath))) throw new WxFailure('filetype not supported')
  }),

  chooseMessageFile: asyncApi<{ count: number; extension?: readonly string[] }>(
    'chooseMessageFile',
    async ({ count, extension = [] }) => {
      const files = await chooseFiles(extension.map((one) => `.${one}`).join(','), count)
      const tempFiles = files.map((file) => ({
        path: addTemporaryFile(file, extensionOf(file.name)), name: file.name, size: file.size, type: 'file',
      }))
      return { tempFiles }
    },
  ),
}
