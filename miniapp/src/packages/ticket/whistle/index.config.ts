export default definePageConfig({
  navigationBarTitleText: '叫部门来',
})
