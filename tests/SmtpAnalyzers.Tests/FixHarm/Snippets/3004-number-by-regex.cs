// finds: SMTP3004
// fixes: SMTP3004
// after: returns 0 ReplyNumbers.Of = -1
// after: returns 450 ReplyNumbers.Of = 450
// after: returns 550 ReplyNumbers.Of = 550
// after: contains log.Add(ex.Message)
// loses: Match
using System.Collections.Generic;
using System.Net.Mail;
using System.Text.RegularExpressions;

static class ReplyNumbers
{
    static readonly List<string> log = new();

    public static int Of(SmtpException ex)
    {
        // What the server said.
        log.Add(ex.Message);
        Match match = Regex.Match(ex.Message, @"^(\d{3})\b");

        return match.Success ? int.Parse(match.Groups[1].Value) : 0;
    }
}
