// What WeChat's accessibility tree understands and our kit uses. An empty default means "no value, no attribute".
const attributes = {
  'aria-label': '',
  'aria-role': '',
  'aria-checked': '',
  'aria-disabled': '',
  'aria-hidden': '',
  'aria-live': '',
}
const hosts = ['View', 'Text', 'Button', 'Image', 'Input', 'Textarea', 'Switch', 'ScrollView']

exports.ariaAttributes = Object.fromEntries(hosts.map((host) => [host, { ...attributes }]))
