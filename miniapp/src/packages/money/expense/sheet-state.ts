export interface SheetState {
  readonly isOpen: boolean
  readonly onClose: () => void
}
