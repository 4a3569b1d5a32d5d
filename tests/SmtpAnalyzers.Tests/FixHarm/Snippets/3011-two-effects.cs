// finds: SMTP3011
// after: lacks "Action
using System.Collections.Generic;
using MimeKit;

namespace Bounces
{
    public interface IContacts { Contact Find(string address); }

    public class Contact { public bool IsBounced { get; set; } }

    public class Reader
    {
        private readonly IContacts _contacts;
        private readonly HashSet<string> _suppressed = new HashSet<string>();

        public Reader(IContacts contacts) { _contacts = contacts; }

        public void Read(MessageDeliveryStatus report)
        {
            foreach (var group in report.StatusGroups)
            {
                _suppressed.Add(group["Final-Recipient"]);
                _contacts.Find(group["Final-Recipient"]).IsBounced = true;
            }
        }
    }
}
