// finds: SMTP2001
// fixes: SMTP2001
// after: contains catch (SmtpException | is SmtpException
// after: contains GeneralFailure | == -1 | != 5 | is < 500 | not (>= 500 | >= 500) break;
// also: csharp7.3
using System;
using System.Net.Mail;
using System.Threading;

static class Cron {
  static bool Post(SmtpClient client, MailMessage m) {
    for (var n = 1; n < 5; n++) {
      try {
        client.Send(m);
        return true;
      } catch {
        Thread.Sleep(n * 60000);
      }
    }
    return false;
  }
}
