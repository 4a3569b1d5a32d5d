// finds: SMTP1001
// fixes: SMTP1001
// after: returns UnknownUser Bounce.Reason = 550
// after: returns TooBig Bounce.Reason = 552
// after: returns TryLater Bounce.Reason = 421, 451, 452, ?400-420, ?422-450, ?453-499
using System.Net.Mail;

namespace Bounces;

public enum BounceReason { UnknownUser, TooBig, TryLater, Other }

public static class Bounce {
  public static BounceReason Reason(SmtpStatusCode code) => code switch {
    SmtpStatusCode.MailboxBusy => BounceReason.UnknownUser,
    SmtpStatusCode.ExceededStorageAllocation => BounceReason.TooBig,
    SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.LocalErrorInProcessing
      or SmtpStatusCode.InsufficientStorage => BounceReason.TryLater,
    _ => BounceReason.Other,
  };
}
