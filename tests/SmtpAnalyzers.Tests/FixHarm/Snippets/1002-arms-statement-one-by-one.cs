// finds: SMTP1002
// fixes: SMTP1002
// after: true Codes.Retryable = -1, 400-499
// after: lacks 400:
using System.Net.Mail;

static class Codes {
 internal static bool Retryable(SmtpStatusCode code) {
  switch (code) {
   case SmtpStatusCode.GeneralFailure:
    return true;
   case SmtpStatusCode.MailboxBusy:
    return true;
   case SmtpStatusCode.MailboxUnavailable:
    return true;
   case SmtpStatusCode.LocalErrorInProcessing:
    return true;
   default:
    return false;
  }
 }

 internal static bool IsTransient(SmtpException ex) {
  return Retryable(ex.StatusCode);
 }
}
