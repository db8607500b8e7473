import { basename } from 'node:path'

const kebabFile = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/
const emptyWord = /(Service|Manager|Helper|Util)s?$/
const emptyWordFile = /(^|[-.])(service|manager|helper|util)s?\./
const commonFolder = /\/(common|utils?|helpers?|misc)\//

/** A name says what the thing does. These words fit anything and so say nothing. */
export const houseNames = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      kebab: 'File names are kebab-case, after their main export.',
      emptyFile: 'A file or folder named {{name}} may hold anything. Name what it does.',
      emptyName: '{{name}}: Service, Manager, Helper and Util say nothing. Name what it does.',
    },
  },
  create(context) {
    const path = context.filename.split('\\').join('/')
    const checkName = (node) => {
      if (node.id && emptyWord.test(node.id.name)) {
        context.report({ node: node.id, messageId: 'emptyName', data: { name: node.id.name } })
      }
    }
    return {
      Program(node) {
        const name = basename(path)
        if (!kebabFile.test(name.replace(/^\./, ''))) context.report({ node, messageId: 'kebab' })
        if (emptyWordFile.test(name) || commonFolder.test(path)) context.report({ node, messageId: 'emptyFile', data: { name } })
      },
      ClassDeclaration: checkName,
      FunctionDeclaration: checkName,
      VariableDeclarator(node) {
        if (node.id.type === 'Identifier') checkName(node)
      },
      TSInterfaceDeclaration: checkName,
      TSTypeAliasDeclaration: checkName,
    }
  },
}
