// finds: SMTP2004
// fixes: SMTP2004
// after: contains internal void Push(MailMessage m) {
using System;
using System.Net.Mail;
using System.Threading;

class Pusher {
  readonly SmtpClient client = new SmtpClient("relay", 25);

  internal Action<MailMessage> Pipe { get; }

  internal Pusher() {
    Pipe = Push;
  }

  internal void Push(MailMessage m) {
    try {
      client.Send(m);
    } catch (SmtpFailedRecipientsException ex) {
      foreach (SmtpFailedRecipientException refused in ex.InnerExceptions) {
        var status = refused.StatusCode;
        if ((int)status / 100 == 4) {
          Thread.Sleep(5000); // as in the docs
          client.Send(m);
        } else {
          Console.WriteLine("Failed to deliver message to {0}", refused.FailedRecipient);
        }
      }
    } catch (SmtpFailedRecipientException ex) {
      Console.WriteLine(ex.FailedRecipient);
    }
  }
}
