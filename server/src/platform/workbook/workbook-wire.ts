export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A form with one file, as the API's description has it. */
export const FORM = {
  schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
}

/** RFC 8187 beside a plain name; a village's name may have brackets, which `encodeURIComponent` lets stand. */
export function namedAs(kind: 'attachment' | 'inline', plainName: string, name: string): string {
  const hex = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
  const encoded = encodeURIComponent(name).replace(/['()*]/g, hex)
  return `${kind}; filename="${plainName}"; filename*=UTF-8''${encoded}`
}
