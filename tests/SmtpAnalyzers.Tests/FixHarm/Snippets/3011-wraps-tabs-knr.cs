// finds: SMTP3011
// fixes: SMTP3011
// after: contains if (string.Equals(group["Action"], "failed", StringComparison.OrdinalIgnoreCase)) {
// also: csharp7.3
using System.Collections.Generic;
using MimeKit;

namespace Bounces {
	public class Reader {
		public List<string> Seen = new List<string>();
		public HashSet<string> Suppressed = new HashSet<string>();

		public void Read(MessageDeliveryStatus report) {
			foreach (var group in report.StatusGroups) {
				if (group["Final-Recipient"] == null) {
					continue;
				}
				Seen.Add(group["Final-Recipient"]); // Everybody.
				Suppressed.Add(group["Final-Recipient"]); // Until somebody asks.
				Seen.Sort();
			}
		}
	}
}
