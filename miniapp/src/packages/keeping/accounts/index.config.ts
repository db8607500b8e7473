export default definePageConfig({
  navigationBarTitleText: '科目和余额',
  enablePullDownRefresh: true,
})
