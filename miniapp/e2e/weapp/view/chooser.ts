export type ChooserMode = 'selector' | 'date' | 'time'

export interface Choice {
  readonly mode: ChooserMode
  /** What to choose from, for `selector`. */
  readonly words: readonly string[]
  readonly value: string
}

/** Shows the sheet a picker opens: options to tap, or a field for date and time. null: the person backed out. */
export function choose({ mode, words, value }: Choice): Promise<unknown> {
  return new Promise((resolve) => {
    const sheet = document.createElement('div')
    sheet.className = 'mp-dialog sheet'
    sheet.setAttribute('role', 'listbox')
    const finish = (chosen: unknown): void => {
      sheet.remove()
      resolve(chosen)
    }
    if (mode === 'selector') {
      for (const [index, word] of words.entries()) sheet.append(option(word, () => finish(String(index))))
    } else if (mode === 'date' || mode === 'time') {
      const field = sheet.appendChild(document.createElement('input'))
      field.type = mode
      field.value = value
      sheet.append(option('确定', () => finish(field.value)))
    } else {
      throw new Error(`the runner plays no picker of mode ${mode}`)
    }
    sheet.append(option('取消', () => finish(null)))
    document.getElementById('mp-dialogs')?.append(sheet)
  })
}

function option(word: string, pick: () => void): HTMLElement {
  const entry = document.createElement('div')
  entry.setAttribute('role', 'option')
  entry.textContent = word
  entry.addEventListener('click', pick)
  return entry
}
